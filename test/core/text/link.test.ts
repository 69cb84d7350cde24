import assert from 'node:assert/strict';
import fc from 'fast-check';
import { filesOfLink } from '../../../src/core/text/link.ts';

/** What a link may lead to, seen from the folder of its document. */
const files = (link: string) =>
  filesOfLink('file:///w/deep/a.md', link).map((file) => file.replace('file:///w/deep/', ''));

describe('A link to a file', () => {
  it('is seen from the folder of its document', () => {
    assert.deepEqual(files('./note.pdf'), ['note.pdf']);
    assert.deepEqual(files(' in/./x/../note.pdf '), ['in/note.pdf']);
    assert.deepEqual(filesOfLink('file:///w/deep/a.md', '../note.pdf'), ['file:///w/note.pdf']);
    assert.deepEqual(filesOfLink('memfs:/w/a.md', 'ä b!.pdf')[0], 'memfs:/w/%C3%A4%20b%21.pdf');
  });

  it('may be spelled in the ways in which people spell names', () => {
    assert.deepEqual(files('50%20off.pdf'), ['50%2520off.pdf', '50%20off.pdf']);
    assert.deepEqual(files('50% off.pdf'), ['50%25%20off.pdf']);
    assert.deepEqual(files('note.pdf#page=2'), ['note.pdf%23page%3D2', 'note.pdf']);
    assert.deepEqual(files('note.pdf?raw=1#x.pdf'), [
      'note.pdf%3Fraw%3D1%23x.pdf',
      'note.pdf%3Fraw%3D1',
      'note.pdf',
    ]);
    assert.deepEqual(files('.\\in\\note.pdf'), ['in/note.pdf']);
    assert.deepEqual(files('in\\_note.pdf'), ['in/_note.pdf', 'in_note.pdf']);
    assert.deepEqual(files('\u00e9.pdf'), ['%C3%A9.pdf', 'e%CC%81.pdf']);
  });

  it('may call a page as a site or a wiki does', () => {
    assert.deepEqual(files('annex.html'), ['annex.html', 'annex.md']);
    for (const file of ['annex', 'annex.md', 'annex/index.md', 'annex/README.md'])
      assert.ok(files('annex/').includes(file), file);
  });

  it('is none where it leads elsewhere, to a place within, or to what is still to be filled in', () => {
    const addresses = [
      'https://x.example/a.pdf',
      'mailto:a@x.example',
      'www.x.example/a',
      'x.example/a',
      '//x/a',
    ];
    const paths = ['/a.pdf', 'C:\\a.pdf', 'c:/a.pdf', '\\\\server\\a.pdf', '~/a.pdf', 'file:///a.pdf'];
    const none = [
      '',
      ' ',
      '#part',
      '?a',
      '{{site}}/a.pdf',
      '<%= a %>',
      '$DIR/a.pdf',
      'a*.pdf',
      'a&amp;b.pdf',
      '\ud800',
    ];
    for (const link of [...addresses, ...paths, ...none]) assert.deepEqual(files(link), [], link);
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (link) => {
        for (const file of filesOfLink('file:///w/a.md', link)) assert.match(file, /^file:[!-~]*$/);
      }),
    );
  });
});

/** The parts of the core, each of which may import those before it. */
const order = [
  'text',
  'calendar',
  'schema',
  'document',
  'commitments',
  'edits',
  'sections',
  'checks',
  'portfolio',
  'language',
  'report',
];

/** The parts that find and say nothing; an edit that is refused says why. */
const wordless = order.slice(0, order.indexOf('edits'));

/** Every sentence the core can say. */
const messages = '^src/core/messages(/|\\.ts$)';

/** Packages that run anywhere and know nothing of where they run. */
const pure = [
  'yaml',
  'unified',
  'remark-[^/]+',
  'mdast[^/]*',
  'micromark[^/]*',
  'temporal-[^/]+',
  'picomatch',
  'get-east-asian-width',
];

/** The modules that bring the library of the protocol along. */
const speaking = '^src/vscode/client/(create|node|browser)\\.ts$';

const faces = '^src/(server|vscode|cli|dashboard)/';

const downwards = order.slice(0, -1).map((part, index) => ({
  name: `${part}-imports-downwards`,
  severity: 'error',
  comment: `core/${part} knows nothing of the parts that build on it.`,
  from: { path: `^src/core/${part}/` },
  to: { path: `^src/core/(${order.slice(index + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...downwards,
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'The core runs in Node.js, in workers and in pages alike.',
      from: { path: '^src/core/' },
      to: { pathNot: ['^src/core/', `node_modules/(@types/)?(${pure.join('|')})/`] },
    },
    {
      name: 'messages-come-with-edits',
      severity: 'error',
      comment: 'What comes before the edits has nothing to say.',
      from: { path: `^src/core/(${wordless.join('|')})/` },
      to: { path: messages },
    },
    {
      name: 'messages-import-types-only',
      severity: 'error',
      comment: 'Sentences are data: they need shapes, never code.',
      from: { path: messages },
      to: { pathNot: messages, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'faces-know-nothing-of-each-other',
      severity: 'error',
      comment: 'What one face needs of another goes through a protocol.ts.',
      from: { path: faces },
      to: { path: faces, pathNot: ['^src/$1/', '/protocol\\.ts$'] },
    },
    {
      name: 'protocols-hold-types-only',
      severity: 'error',
      comment: 'A protocol is a promise between faces and brings no code along.',
      from: { path: '/protocol\\.ts$' },
      to: { dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'protocols-are-imported-as-types',
      severity: 'error',
      comment: 'Code taken from another face would tie the two together.',
      from: { path: faces },
      to: { path: '/protocol\\.ts$', pathNot: '^src/$1/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'node-serves-the-faces',
      severity: 'error',
      comment: 'The file system side is used by faces and uses none.',
      from: { path: '^src/node/' },
      to: { path: faces },
    },
    {
      name: 'clients-have-no-file-system',
      severity: 'error',
      comment: 'The client and the dashboard ask the server.',
      from: { path: '^src/(vscode|dashboard)/' },
      to: { path: '^src/node/' },
    },
    {
      name: 'worker-has-no-file-system',
      severity: 'error',
      comment: 'Whatever the browser server loads runs in a web worker.',
      from: { path: '^src/server/browser\\.ts$' },
      to: { path: '^src/node/', reachable: true },
    },
    {
      name: 'protocol-library-waits',
      severity: 'error',
      comment:
        'What speaks the protocol is most of the extension, and no window pays for it before a server starts.',
      from: { path: '^src/vscode/', pathNot: speaking },
      to: { path: 'node_modules/vscode-languageclient/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'speaking-is-imported-late',
      severity: 'error',
      comment: 'Only import() leaves what speaks the protocol unloaded until then.',
      from: { path: '^src/vscode/' },
      to: { path: speaking, dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Modules that need each other are one module.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'product-needs-no-tests',
      severity: 'error',
      comment: 'What is shipped stands alone.',
      from: { path: '^src/' },
      to: { path: '^(test|scripts|bench)/' },
    },
    {
      name: 'all-is-resolved',
      severity: 'error',
      comment: 'An import that cannot be followed hides what lies behind it.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'types'] },
  },
};

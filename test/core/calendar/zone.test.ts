import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { formatDay, parseDay } from '../../../src/core/calendar/day.ts';
import { dayInZone, isTimeZone, startOfNextDay } from '../../../src/core/calendar/zone.ts';
import { day, runs } from './helpers.ts';

const ZONES = [
  'Etc/GMT+12',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Santiago',
  'UTC',
  'Europe/Madrid',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];

function today(moment: string, zone: string): string {
  return formatDay(dayInZone(Date.parse(moment), zone));
}

function nextDay(moment: string, zone: string): string {
  return new Date(startOfNextDay(Date.parse(moment), zone)).toISOString().replace(':00.000', '');
}

describe('a time zone', () => {
  it('is a name of the IANA database, in any case', () => {
    for (const zone of [...ZONES, 'europe/madrid', 'Etc/UTC', 'America/Argentina/Buenos_Aires'])
      assert.equal(isTimeZone(zone), true, zone);
  });

  it('is no offset, no abbreviation of a place, no other text', () => {
    for (const text of [
      '+02:00',
      '-0300',
      'Mars/Base',
      'Madrid',
      '',
      ' UTC',
      '2026-10-15[Europe/Madrid]',
      '\0',
    ])
      assert.equal(isTimeZone(text), false, text);
  });

  it('that does not exist is a programming error further on', () => {
    assert.throws(() => dayInZone(0, 'Mars/Base'), RangeError);
    assert.throws(() => startOfNextDay(0, 'Mars/Base'), RangeError);
    assert.throws(() => dayInZone(-8e15, 'UTC'), RangeError);
  });
});

describe('today', () => {
  it('depends on the zone: two days apart at the same moment', () => {
    assert.equal(today('2026-10-15T11:30Z', 'Etc/GMT+12'), '2026-10-14');
    assert.equal(today('2026-10-15T11:30Z', 'UTC'), '2026-10-15');
    assert.equal(today('2026-10-15T11:30Z', 'Pacific/Kiritimati'), '2026-10-16');
  });

  it('begins with the first moment of the day and ends before the next', () => {
    assert.equal(today('2026-10-14T22:00:00.000Z', 'Europe/Madrid'), '2026-10-15');
    assert.equal(today('2026-10-14T21:59:59.999Z', 'Europe/Madrid'), '2026-10-14');
    assert.equal(dayInZone(-0.5, 'UTC'), day('1969-12-31'));
  });
});

describe('the next day', () => {
  it('begins at midnight', () => {
    assert.equal(nextDay('2026-10-15T11:30Z', 'UTC'), '2026-10-16T00:00Z');
    assert.equal(nextDay('2026-10-15T00:00Z', 'UTC'), '2026-10-16T00:00Z');
    assert.equal(nextDay('2026-10-15T11:30Z', 'Asia/Kolkata'), '2026-10-15T18:30Z');
  });

  it('comes after 23 or 25 hours when the clocks change', () => {
    assert.equal(nextDay('2026-03-28T23:00Z', 'Europe/Madrid'), '2026-03-29T22:00Z');
    assert.equal(nextDay('2026-10-24T22:00Z', 'Europe/Madrid'), '2026-10-25T23:00Z');
  });

  it('begins at 01:00 where there is no midnight: Santiago, 2026-09-06', () => {
    assert.equal(nextDay('2026-09-05T12:00Z', 'America/Santiago'), '2026-09-06T04:00Z');
    assert.equal(today('2026-09-06T04:00Z', 'America/Santiago'), '2026-09-06');
    assert.equal(today('2026-09-06T03:59Z', 'America/Santiago'), '2026-09-05');
  });

  it('is the one after where a date was left out: Apia had no 2011-12-30', () => {
    assert.equal(nextDay('2011-12-29T12:00Z', 'Pacific/Apia'), '2011-12-30T10:00Z');
    assert.equal(today('2011-12-30T10:00Z', 'Pacific/Apia'), '2011-12-31');
  });

  it("is still to come where clocks went back over midnight: St. John's, 2010-11-07 00:01", () => {
    assert.equal(nextDay('2010-11-07T02:20Z', 'America/St_Johns'), '2010-11-07T02:30Z');
    assert.equal(today('2010-11-07T02:45Z', 'America/St_Johns'), '2010-11-06', 'again');
    assert.equal(nextDay('2010-11-07T02:45Z', 'America/St_Johns'), '2010-11-07T03:30Z');
  });

  it('is a later day, and not a moment earlier, in every zone', () => {
    const moment = fc.integer({ min: Date.UTC(2012, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(moment, fc.constantFrom(...ZONES), (moment, zone) => {
        const start = startOfNextDay(moment, zone);
        assert.ok(start > moment && start - moment <= 25 * 3_600_000);
        assert.equal(dayInZone(start, zone), dayInZone(moment, zone) + 1);
        assert.equal(dayInZone(start - 1, zone), dayInZone(moment, zone));
      }),
      runs,
    );
  });
});

describe("the machine's own zone", () => {
  const own = process.env['TZ'];
  afterEach(() => {
    if (own === undefined) delete process.env['TZ'];
    else process.env['TZ'] = own;
  });

  for (const zone of ZONES)
    it(`changes nothing: ${zone}`, () => {
      process.env['TZ'] = zone;
      assert.equal(formatDay(parseDay('2026-03-29')!), '2026-03-29');
      assert.equal(day('2026-03-30') - day('2026-03-28'), 2);
      assert.equal(today('2026-10-15T11:30Z', 'Pacific/Kiritimati'), '2026-10-16');
      assert.equal(nextDay('2026-09-05T12:00Z', 'America/Santiago'), '2026-09-06T04:00Z');
    });
});

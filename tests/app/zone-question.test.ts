import { describe, expect, it } from 'vitest';
import { zoneQuestion } from '../../app/_lib/zone-question.ts';

const berlin = { timeZone: 'Europe/Berlin', reminderHour: 9, confirmed: true, declined: null };

describe('whether the person is asked about their time zone', () => {
  it('once, while nobody has said that the zone of their device is theirs', () => {
    expect(zoneQuestion({ ...berlin, confirmed: false }, 'Europe/Berlin')).toEqual({ ask: 'right' });
    expect(zoneQuestion(berlin, 'Europe/Berlin')).toBeNull();
  });

  it('when their device is somewhere else, confirmed or not', () => {
    const moved = { ask: 'moved', device: 'America/New_York' };
    expect(zoneQuestion(berlin, 'America/New_York')).toEqual(moved);
    expect(zoneQuestion({ ...berlin, confirmed: false }, 'America/New_York')).toEqual(moved);
  });

  it('not again about a zone they declined, but about a third one', () => {
    const stayed = { ...berlin, declined: 'America/New_York' };
    expect(zoneQuestion(stayed, 'America/New_York')).toBeNull();
    expect(zoneQuestion(stayed, 'Asia/Tokyo')).toEqual({ ask: 'moved', device: 'Asia/Tokyo' });
  });

  it('not when it is the same zone under an older name', () => {
    expect(zoneQuestion({ ...berlin, timeZone: 'Asia/Kolkata' }, 'Asia/Calcutta')).toBeNull();
    expect(zoneQuestion({ ...berlin, declined: 'Asia/Kolkata' }, 'Asia/Calcutta')).toBeNull();
  });

  it('stands a zone that the browser does not know', () => {
    expect(zoneQuestion({ ...berlin, timeZone: 'Mars/Olympus' }, 'Mars/Olympus')).toBeNull();
  });
});

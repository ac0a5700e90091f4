import { describe, expect, it } from 'vitest';
import { findPlaces, zoneAt } from '../../server/time/places.ts';

const zones = (text: string) => findPlaces(text).map(({ timeZone }) => timeZone);

describe('where a person says they are', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    [' BERLIN ', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['lord howe', 'Australia/Lord_Howe'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['sao paulo', 'America/Sao_Paulo'],
    ['Bengaluru', 'Asia/Kolkata'],
    ['Munich', 'Europe/Berlin'],
    ['Japan', 'Asia/Tokyo'],
    ['Portland, Oregon', 'America/Los_Angeles'],
    ['portland, AU', 'Australia/Melbourne'],
    ['utc', 'UTC'],
    ['CET', 'CET'],
  ])('“%s” is %s', (text, zone) => {
    expect(zones(text)).toEqual([zone]);
  });

  it('can be several places: the largest first, each with its country', () => {
    expect(findPlaces('Portland')).toEqual([
      { timeZone: 'America/Los_Angeles', name: 'Portland, Oregon', country: 'US' },
      { timeZone: 'America/New_York', name: 'Portland, Maine', country: 'US' },
      { timeZone: 'Australia/Melbourne', name: 'Portland, Victoria', country: 'Australia' },
    ]);
  });

  it('can be a country of many zones, of which six are offered', () => {
    expect(zones('Russia')).toHaveLength(6);
    expect(zones('usa')[0]).toBe('America/New_York');
  });

  it.each([
    '',
    ' ',
    ',',
    ', Oregon',
    'Atlantis',
    'Portland, Spain',
    '+02:00',
    '/',
    '14:00',
    'x'.repeat(4096),
  ])('“%s” is nowhere', (text) => {
    expect(findPlaces(text)).toEqual([]);
  });
});

describe('the zone of a shared location', () => {
  it.each([
    [52.52, 13.4, 'Europe/Berlin'],
    [-31.55, 159.08, 'Australia/Lord_Howe'],
    [0, -30, 'Etc/GMT+2'],
    [90, 0, expect.any(String)],
  ])('%d, %d is %s', (latitude, longitude, zone) => {
    expect(zoneAt(latitude, longitude)).toEqual(zone);
  });

  it.each([
    [91, 0],
    [0, 181],
    [Number.NaN, 0],
    [0, Number.POSITIVE_INFINITY],
  ])('%d, %d is none', (latitude, longitude) => {
    expect(zoneAt(latitude, longitude)).toBeNull();
  });
});

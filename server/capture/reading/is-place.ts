import cities from 'city-timezones';

let places: Set<string> | undefined;

/** Whether a text is the name of a city, a province or a country: no company, where nothing else says so. */
export function isPlace(text: string): boolean {
  places ??= new Set(
    cities.cityMapping
      .flatMap(({ city, city_ascii: ascii, country, province }) => [city, ascii, country, province])
      .map((name) => String(name ?? '').toLowerCase()),
  );
  return places.has(text.trim().toLowerCase());
}

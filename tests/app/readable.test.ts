import { describe, expect, it } from 'vitest';
import { liftOf, oppositeOf, tinted } from '../../app/_lib/readable.ts';

describe('a theme colour made readable', () => {
  it('stays as it is where it can be read already', () => {
    expect(liftOf('#000000', '#000000', ['#ffffff', '#efeff3'])).toBe(0);
  });

  it('moves only as far as the ground asks', () => {
    const onWhite = liftOf('#2481cc', '#000000', ['#ffffff']);
    expect(onWhite).toBeGreaterThan(0);
    expect(liftOf('#2481cc', '#000000', ['#ffffff', '#dddddd'])).toBeGreaterThan(onWhite);
  });

  it('goes all the way when nothing less will do', () => {
    expect(liftOf('#777777', '#777777', ['#777777'])).toBe(100);
  });
});

describe('a tint', () => {
  it('is the ground with a share of the colour in it', () => {
    expect(tinted('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(tinted('#ffffff', '#2481cc', 0)).toBe('#ffffff');
  });
});

describe('the opposite of a colour', () => {
  it('is black on light and white on dark', () => {
    expect(oppositeOf('#ffffff')).toBe('#000000');
    expect(oppositeOf('#17212b')).toBe('#ffffff');
  });
});

import { describe, expect, test } from 'vitest';
import { colors, stateKinds, type Scheme } from './colors.ts';

function luminance(hex: string): number {
  const channel = (from: number): number => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.039_28 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each<Scheme>(['light', 'dark'])('in the %s theme', scheme => {
  const { surfaces, text, quiet, accent, edge, ring, states } = colors[scheme];

  test.each(Object.entries(surfaces))('every text colour reads on the %s surface', (_name, surface) => {
    for (const colour of [text, quiet, accent, ...stateKinds.map(kind => states[kind])]) {
      expect(contrast(colour, surface), `${colour} on ${surface}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('input edges and the focus ring stand out from what is around them', () => {
    expect(contrast(edge, surfaces.body)).toBeGreaterThanOrEqual(3);
    for (const surface of Object.values(surfaces)) expect(contrast(ring, surface)).toBeGreaterThanOrEqual(3);
  });
});

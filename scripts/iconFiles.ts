/** Packs PNG pictures into the icon containers of Windows (.ico) and macOS (.icns). */

/** One square picture: its edge in pixels, and its PNG file. */
export type Picture = { readonly size: number; readonly png: Uint8Array };

/** The sizes that Windows shows, up to 256. */
export function encodeIco(pictures: readonly Picture[]): Buffer {
  const shown = pictures.filter(({ size }) => size <= 256);
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(shown.length, 4);
  let offset = header.length + 16 * shown.length;
  const entries = shown.map(({ size, png }) => {
    const entry = Buffer.alloc(16);
    // 256 does not fit into a byte and is written as 0.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...shown.map(({ png }) => png)]);
}

/** Apple's names of the PNG slots by edge; the larger ones serve as the doubled small ones too. */
const ICNS_SLOTS: readonly (readonly [slot: string, size: number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
];

export function encodeIcns(pictures: readonly Picture[]): Buffer {
  const blocks = ICNS_SLOTS.flatMap(([slot, size]) => {
    const picture = pictures.find(candidate => candidate.size === size);
    return picture ? [block(slot, picture.png)] : [];
  });
  return block('icns', Buffer.concat(blocks));
}

function block(name: string, content: Uint8Array): Buffer {
  const header = Buffer.alloc(8);
  header.write(name, 0, 'latin1');
  header.writeUInt32BE(header.length + content.length, 4);
  return Buffer.concat([header, content]);
}

/** Draws `build/icon.svg` at every size and writes the icon files of each operating system beside it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { chooseBrowser } from '../e2e/support/browser.ts';
import { encodeIcns, encodeIco, type Picture } from './iconFiles.ts';

const BUILD = fileURLToPath(new URL('../build', import.meta.url));
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

export async function main(): Promise<void> {
  const pictures = await draw(readFileSync(join(BUILD, 'icon.svg'), 'utf8'));
  mkdirSync(join(BUILD, 'icons'), { recursive: true });
  for (const { size, png } of pictures) {
    if (size <= 512) writeFileSync(join(BUILD, `icons/${size}x${size}.png`), png);
  }
  writeFileSync(join(BUILD, 'icon.ico'), encodeIco(pictures));
  writeFileSync(join(BUILD, 'icon.icns'), encodeIcns(pictures));
  console.log(`Drew the icon in ${SIZES.length} sizes.`);
}

async function draw(svg: string): Promise<Picture[]> {
  const browser = await chromium.launch(await chooseBrowser());
  const page = await browser.newPage();
  const pictures: Picture[] = [];
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
  }
  await browser.close();
  return pictures;
}

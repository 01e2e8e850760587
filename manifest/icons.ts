// Draws the product's icon (a dial) as PNG in every size the manifests name. `npm run manifest -- --icons` rewrites them.
import { PNG } from 'pngjs';

type Colour = readonly [number, number, number, number];
const brand: Colour = [15, 108, 189, 255];
const white: Colour = [255, 255, 255, 255];
const clear: Colour = [0, 0, 0, 0];
const samples = 4;

/** The coloured icon: a white dial on a rounded square of the brand colour. */
export function drawIcon(size: number): Buffer {
  return draw(size, (x, y) => (isDial(x, y) ? white : isInRoundedSquare(x, y) ? brand : clear));
}

/** The outline icon for Teams: the dial alone, white on nothing. */
export function drawOutline(size: number): Buffer {
  return draw(size, (x, y) => (isDial((x - 0.5) * 0.82 + 0.5, (y - 0.5) * 0.82 + 0.5) ? white : clear));
}

/** An open ring with a needle, in a unit square. */
function isDial(x: number, y: number): boolean {
  const dx = x - 0.5;
  const dy = y - 0.54;
  const radius = Math.hypot(dx, dy);
  const isOpenBelow = dy > 0.17 && Math.abs(dx) < dy * 1.2;
  const isRing = radius > 0.235 && radius < 0.325 && !isOpenBelow;
  const along = dx * 0.64 - dy * 0.77;
  const across = Math.abs(dx * 0.77 + dy * 0.64);
  const isNeedle = along > -0.02 && along < 0.2 && across < 0.035;
  return isRing || isNeedle || radius < 0.075;
}

function isInRoundedSquare(x: number, y: number): boolean {
  const corner = 0.2;
  const dx = Math.max(corner - x, x - (1 - corner), 0);
  const dy = Math.max(corner - y, y - (1 - corner), 0);
  return Math.hypot(dx, dy) <= corner;
}

function draw(size: number, colourAt: (x: number, y: number) => Colour): Buffer {
  const image = new PNG({ width: size, height: size });
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      image.data.set(average(colourAt, column, row, size), (row * size + column) * 4);
    }
  }
  return PNG.sync.write(image);
}

/** Several samples per pixel make smooth edges; colours weigh by their opacity. */
function average(
  colourAt: (x: number, y: number) => Colour,
  column: number,
  row: number,
  size: number,
): number[] {
  const sum = [0, 0, 0, 0];
  for (let index = 0; index < samples * samples; index += 1) {
    const x = (column + ((index % samples) + 0.5) / samples) / size;
    const y = (row + (Math.floor(index / samples) + 0.5) / samples) / size;
    const [red, green, blue, alpha] = colourAt(x, y);
    for (const [channel, value] of [red * alpha, green * alpha, blue * alpha, alpha].entries())
      sum[channel] = (sum[channel] ?? 0) + value;
  }
  const [red = 0, green = 0, blue = 0, alpha = 0] = sum;
  return alpha === 0
    ? [0, 0, 0, 0]
    : [red / alpha, green / alpha, blue / alpha, alpha / (samples * samples)].map(Math.round);
}

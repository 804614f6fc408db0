const WIDTH = 900;
const HEIGHT = 900;
const WARP = 15;
const WEFT = 9;

/** Weft threads that rise and fall as prices do, over and under the warp. The same cloth every time. */
export function Weave() {
  const columns = Array.from({ length: WARP }, (_, index) => 30 + index * ((WIDTH - 60) / (WARP - 1)));
  const threads = Array.from({ length: WEFT }, (_, row) =>
    columns.map((_x, index) => 70 + row * 88 + swing(row, index)),
  );
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMidYMin slice"
      fill="none"
      aria-hidden
      focusable="false"
    >
      {columns.map((x) => (
        <path key={x} d={`M${x} -10V${HEIGHT + 10}`} stroke="#1d4a3b" strokeWidth="7" />
      ))}
      {threads.map((heights, row) => (
        <path
          key={row}
          d={through(columns, heights)}
          stroke={row % 4 === 1 ? '#f0b83f' : row % 4 === 3 ? '#a6d8c4' : '#3fa581'}
          strokeWidth={row % 4 === 1 ? 8 : 6}
          strokeLinecap="round"
          opacity={1 - row * 0.085}
        />
      ))}
      {threads.flatMap((heights, row) =>
        columns.map((x, index) =>
          (row + index) % 2 === 0 ? (
            <path
              key={`${row}/${index}`}
              d={`M${x} ${(heights[index] ?? 0) - 15}v30`}
              stroke="#1d4a3b"
              strokeWidth="7"
            />
          ) : null,
        ),
      )}
    </svg>
  );
}

function swing(row: number, index: number): number {
  return Math.sin(index * 0.55 + row * 1.9) * 20 + Math.sin(index * 1.3 + row * 0.7) * 9;
}

function through(xs: readonly number[], ys: readonly number[]): string {
  let path = `M-20 ${(ys[0] ?? 0).toFixed(1)}`;
  let [beforeX, beforeY] = [-20, ys[0] ?? 0];
  for (const [index, x] of [...xs, WIDTH + 20].entries()) {
    const y = ys[Math.min(index, ys.length - 1)] ?? 0;
    const middle = (beforeX + x) / 2;
    path += `C${middle.toFixed(1)} ${beforeY.toFixed(1)} ${middle.toFixed(1)} ${y.toFixed(1)} ${x.toFixed(1)} ${y.toFixed(1)}`;
    [beforeX, beforeY] = [x, y];
  }
  return path;
}

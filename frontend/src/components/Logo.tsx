/** Two threads over and under two others. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg
      viewBox="0 0 32 32"
      width={size}
      height={size}
      fill="none"
      strokeWidth="4"
      strokeLinecap="round"
      aria-hidden
      focusable="false"
    >
      <path d="M4 10.5h24M4 21.5h24" stroke="#f0b83f" />
      <path d="M10.5 4v24M21.5 4v24" stroke="#5fd0ab" />
      <g stroke="#f0b83f" strokeLinecap="butt">
        <path d="M6 21.5h9M17 10.5h9" stroke="var(--mark-gap, #0d211b)" strokeWidth="7.2" />
        <path d="M5.5 21.5h10M16.5 10.5h10" />
      </g>
    </svg>
  );
}

/** The logo: a quay on its piles, the water below. */
export function Mark() {
  return (
    <svg
      viewBox="0 0 32 32"
      width="26"
      height="26"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      aria-hidden="true"
    >
      <path d="M3 10.5h22M7 10.5V23M16 10.5V23M25 10.5V5.5" strokeLinecap="square" />
      <path
        d="M3 27c2.2 0 2.2-1.6 4.3-1.6S9.5 27 11.7 27s2.2-1.6 4.3-1.6 2.2 1.6 4.4 1.6 2.2-1.6 4.3-1.6S26.9 27 29 27"
        strokeLinecap="round"
      />
    </svg>
  );
}

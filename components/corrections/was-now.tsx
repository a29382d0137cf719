import type { ReactNode } from "react";

/** Words that stood, told as such to those who do not see the line. */
export function Was({ children }: { children: ReactNode }) {
  return (
    <del className="was">
      <span className="vh">[taken out: </span>
      {children}
      <span className="vh">]</span>
    </del>
  );
}

/** Words that came, told in the same way. */
export function Now({ children }: { children: ReactNode }) {
  return (
    <ins className="now">
      <span className="vh">[put in: </span>
      {children}
      <span className="vh">]</span>
    </ins>
  );
}

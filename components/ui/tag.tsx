import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

interface TagProps {
  icon: IconName;
  /** `strong` for what someone signed; the other tones only for forms and checks. */
  tone?: "plain" | "strong" | "stop" | "care" | "pass" | undefined;
  children: ReactNode;
}

/** An icon and its word: no state is shown by one of them alone. */
export function Tag({ icon, tone = "plain", children }: TagProps) {
  return (
    <span className={tone === "plain" ? "tag" : `tag tag--${tone}`}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  );
}

/** Facts on one line, parted by thin rules; each child is one. */
export function Run({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return <div className={className ? `meta run ${className}` : "meta run"}>{children}</div>;
}

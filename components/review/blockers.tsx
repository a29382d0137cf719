import { Icon } from "@/components/ui/icon";

interface BlockersProps {
  /** "Why it cannot be submitted yet". */
  title: string;
  blockers: readonly { rule: string; message: string; href: string }[];
}

/** Everything that stands between here and the next step, each with the place where it can be met. */
export function Blockers({ title, blockers }: BlockersProps) {
  if (blockers.length === 0) return null;
  return (
    <section className="blockers" aria-labelledby="blockers-title">
      <h3 id="blockers-title">{title}</h3>
      <ul>
        {blockers.map(({ rule, message, href }, index) => (
          <li key={`${rule} ${message}`}>
            <Icon name="circle-dashed" />
            <a href={href} data-key={index === 0 ? "n" : undefined} data-into>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

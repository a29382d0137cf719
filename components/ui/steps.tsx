import { Icon, type IconName } from "./icon";

export interface Step {
  key: string;
  label: string;
  icon: IconName;
}

interface StepsProps {
  label: string;
  steps: readonly Step[];
  /** The key of the step that it has reached. */
  at: string;
}

/** How far along a process something is. */
export function Steps({ label, steps, at }: StepsProps) {
  const reached = steps.findIndex((step) => step.key === at);
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.key}
          className={index < reached ? "done" : undefined}
          aria-current={index === reached ? "step" : undefined}
        >
          <Icon name={index < reached ? "check" : step.icon} />
          <span>{step.label}</span>
        </li>
      ))}
    </ol>
  );
}

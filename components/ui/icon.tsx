import { ICON_PATHS } from "./icon-paths";

const OPENING_MARK =
  "M10.2 4.2C5 6.2 2.4 10 2.4 14.9a4.1 4.1 0 1 0 4.3-4.1c-.6 0-1 0-1.3.1.5-2 2.1-3.6 5.2-4.9Z";

// two opening marks, filled as far as the words are the speaker's; drawn for Verbatim
const FORM_MARKS = {
  "form-direct": [true, true],
  "form-mixed": [true, false],
  "form-indirect": [false, false],
} as const;

type FormMarkName = keyof typeof FORM_MARKS;

export type IconName = keyof typeof ICON_PATHS | FormMarkName;

interface IconProps {
  name: IconName;
  /** Says the meaning when no word stands beside the icon; without it the icon is hidden from readers. */
  label?: string | undefined;
  large?: boolean | undefined;
  className?: string | undefined;
  /** Place and size inside another SVG (charts), in its units. */
  at?: { x: number; y: number; size: number } | undefined;
}

/** A line icon in the colour of the text around it. */
export function Icon({ name, label, large, className, at }: IconProps) {
  const box = {
    viewBox: "0 0 24 24",
    className: className ?? (large ? "i i--lg" : "i"),
    ...(at ? { x: at.x, y: at.y, width: at.size, height: at.size } : {}),
  };
  const drawing = isFormMark(name) ? <FormMark name={name} /> : <path d={ICON_PATHS[name]} />;
  return label ? (
    <svg role="img" aria-label={label} {...box}>
      {drawing}
    </svg>
  ) : (
    <svg aria-hidden="true" {...box}>
      {drawing}
    </svg>
  );
}

/** A word of a vocabulary with its icon drawn, as a choice of a field wants it. */
export function withDrawing<T extends { readonly icon: IconName }>(word: T) {
  return { ...word, icon: <Icon name={word.icon} /> };
}

function isFormMark(name: IconName): name is FormMarkName {
  return name in FORM_MARKS;
}

function FormMark({ name }: { name: FormMarkName }) {
  const [first, second] = FORM_MARKS[name];
  return (
    <>
      <path d={OPENING_MARK} transform="translate(.4 2)" {...ink(first)} />
      <path d={OPENING_MARK} transform="translate(11.6 2)" {...ink(second)} />
    </>
  );
}

function ink(isFilled: boolean) {
  return {
    fill: isFilled ? "currentColor" : "none",
    stroke: "currentColor",
    strokeWidth: isFilled ? 1 : 1.6,
  };
}

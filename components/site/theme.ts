export const THEMES = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "contrast", label: "High contrast" },
] as const;

export type Theme = (typeof THEMES)[number]["value"];

/** The name of the cookie that remembers it. */
export const THEME_COOKIE = "verbatim-theme";

/** The theme called `value`, or the system's when there is none of that name. */
export function themeOf(value: string | null | undefined): Theme {
  return THEMES.find((theme) => theme.value === value)?.value ?? "system";
}

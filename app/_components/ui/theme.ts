export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

/** A cookie and not local storage: the server must know it to send the first byte in the right theme. */
export const themeCookie = "theme";

export const themeFrom = (value: string | undefined): Theme => themes.find((theme) => theme === value) ?? "system";

/** Shows the theme at once and remembers it for a year. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http.
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=31536000; samesite=lax`;
}

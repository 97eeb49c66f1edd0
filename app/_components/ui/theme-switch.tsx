"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { messages } from "@/app/_data/messages";
import { applyTheme, type Theme, themeFrom, themes } from "./theme";

const icons = { light: Sun, dark: Moon, system: Monitor };

/** A native select under an icon: three choices, one tab stop, the system's own list on a phone. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  const Icon = icons[theme];
  const choose = (value: string) => {
    const next = themeFrom(value);
    setTheme(next);
    applyTheme(next);
  };
  return (
    <span className="relative flex">
      <Icon aria-hidden className="pointer-events-none absolute top-1/2 left-3 size-5 -translate-y-1/2" />
      <select
        aria-label={messages.app.theme}
        value={theme}
        onChange={(event) => choose(event.target.value)}
        className="h-11 w-11 appearance-none rounded-lg bg-transparent pl-11 text-sm hover:bg-hover sm:h-10 sm:w-auto sm:pr-3 sm:pl-10"
      >
        {themes.map((name) => (
          <option key={name} value={name} className="bg-surface text-foreground">
            {messages.app.themes[name]}
          </option>
        ))}
      </select>
    </span>
  );
}

"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { IconSelect } from "./icon-select";
import { applyTheme, type Theme, themeFrom } from "./theme";

const icons = { light: Sun, dark: Moon, system: Monitor };

export function ThemeSwitch({ initial }: { initial: Theme }) {
  const messages = useMessages("app");
  const [theme, setTheme] = useState(initial);
  const Icon = icons[theme];
  const choose = (value: string) => {
    const next = themeFrom(value);
    setTheme(next);
    applyTheme(next);
  };
  const { theme: label, themes: names } = messages.app;
  return <IconSelect icon={<Icon className="size-5" />} value={theme} {...{ label, names }} onChange={choose} />;
}

import type { ComponentProps } from "react";

const variants = {
  primary: "border border-transparent bg-accent text-accent-foreground hover:bg-accent-hover",
  secondary: "border border-control bg-surface hover:bg-hover",
  danger: "border border-failed bg-surface text-failed hover:bg-failed hover:text-surface",
  quiet: "text-muted-foreground hover:bg-hover hover:text-foreground",
};
const sizes = {
  normal: "min-h-11 gap-2 px-4 text-base sm:min-h-10 sm:text-sm",
  large: "min-h-12 gap-2 px-6 text-base",
  icon: "size-11 sm:size-9",
};

export interface ButtonLook {
  variant?: keyof typeof variants;
  size?: keyof typeof sizes;
}

/** The look of a button, for buttons and for links that act like one. */
export const buttonLook = ({ variant = "secondary", size = "normal" }: ButtonLook = {}): string =>
  `inline-flex max-w-full shrink-0 items-center *:shrink-0 justify-center rounded-lg font-medium transition-colors aria-disabled:cursor-not-allowed aria-disabled:opacity-55 disabled:cursor-not-allowed disabled:opacity-55 ${variants[variant]} ${sizes[size]}`;

export function Button({ variant, size, className = "", ...rest }: ComponentProps<"button"> & ButtonLook) {
  return <button type="button" className={`${buttonLook({ variant, size })} ${className}`} {...rest} />;
}

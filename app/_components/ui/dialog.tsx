import { type ReactNode, type RefObject, useId } from "react";

const widths = {
  narrow: "w-[min(24rem,calc(100vw-2rem))]",
  normal: "w-[min(28rem,calc(100vw-2rem))]",
  wide: "w-[min(36rem,calc(100vw-2rem))]",
  sheet: "w-[min(46rem,calc(100vw-2rem))]",
};

interface Props {
  dialog: RefObject<HTMLDialogElement | null>;
  title: string;
  /** Read out with the title when the dialog opens. */
  detail?: string;
  width?: keyof typeof widths;
  /** What stands beside the title, such as a button that closes. */
  aside?: ReactNode;
  onClose?(): void;
  children?: ReactNode;
}

/** The frame of every question and sheet. The native dialog traps the focus, closes on Escape and gives the focus back. */
export function Dialog({ dialog, title, detail, width = "normal", aside, onClose, children }: Props) {
  const id = useId();
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      aria-describedby={detail ? `${id}-detail` : undefined}
      className={`m-auto max-h-[calc(100dvh-2rem)] overflow-y-auto rounded-2xl border border-hairline bg-surface p-6 text-foreground shadow-2xl ${widths[width]}`}
    >
      <div className="space-y-4">
        <div className="flex items-center justify-between gap-4">
          <h2 id={`${id}-title`} className="text-xl">
            {title}
          </h2>
          {aside}
        </div>
        {detail && (
          <p id={`${id}-detail`} className="text-muted-foreground">
            {detail}
          </p>
        )}
        {children}
      </div>
    </dialog>
  );
}

/** The ways out of a dialog: on a phone below each other, with what most people want on top. */
export const DialogButtons = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-col-reverse gap-2 pt-2 sm:flex-row sm:justify-end">{children}</div>
);

"use client";

import { messages } from "@/app/_data/messages";
import { DropZone } from "./drop-zone";
import { OptionsForm } from "./options-form";
import { PictureList } from "./picture-list";
import { StartBar } from "./start-bar";
import { useIntake } from "./use-intake";
import { useLeaveWarning } from "./use-leave-warning";

const t = messages.batch;

/** The Batch tab: pictures on the left, how they should look on the right, one button to start. */
export function BatchStudio() {
  const hovering = useIntake();
  useLeaveWarning();
  return (
    <div className="flex flex-col gap-8">
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-5">
          <header className="space-y-1">
            <h1 className="text-3xl">{t.title}</h1>
            <p className="text-muted-foreground">{t.lead}</p>
          </header>
          <DropZone hovering={hovering} />
          <PictureList />
        </div>
        <aside aria-labelledby="options-title" className="self-start rounded-2xl border border-hairline bg-surface p-5">
          <h2 id="options-title" className="mb-5 text-lg">
            {messages.options.title}
          </h2>
          <OptionsForm />
        </aside>
      </div>
      <StartBar />
    </div>
  );
}

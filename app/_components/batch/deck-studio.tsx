import { messages } from "@/app/_data/messages";
import { useSubmitDeck } from "@/app/_data/submit-deck";
import { useChosenDeck } from "./chosen-deck";
import { DeckForm } from "./deck-form";
import { desks } from "./desks";
import { StudioFrame } from "./studio-frame";
import { useStart } from "./use-start";

const desk = desks.deck;

export function DeckStudio() {
  const { preprocessing_preset, generate_previews, ...options } = useChosenDeck();
  // Addresses go as items too: `urls` would come before every file, whatever the order on the tray.
  const begin = useStart(desk.tray, useSubmitDeck(), (items) => ({
    items: items.map(({ reference }) => ({ file: reference })),
    preprocessing_preset,
    generate_previews,
    options,
  }));
  return (
    <StudioFrame desk={desk} optionsTitle={messages.deckOptions.title} optionsValid begin={begin}>
      <DeckForm />
    </StudioFrame>
  );
}

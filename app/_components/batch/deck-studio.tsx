import { messages } from "@/app/_data/messages";
import { useSubmitDeck } from "@/app/_data/submit-deck";
import { requestOf, useChosenDeck } from "./chosen-deck";
import { DeckForm } from "./deck-form";
import { desks } from "./desks";
import { StudioFrame } from "./studio-frame";
import { useStart } from "./use-start";

const desk = desks.deck;

export function DeckStudio() {
  const chosen = useChosenDeck();
  // Addresses go as items too: `urls` would come before every file, whatever the order on the tray.
  const begin = useStart(desk.tray, useSubmitDeck(), (items) => ({
    items: items.map(({ reference }) => ({ file: reference })),
    ...requestOf(chosen),
  }));
  return (
    <StudioFrame desk={desk} optionsTitle={messages.deckOptions.title} optionsValid begin={begin}>
      <DeckForm />
    </StudioFrame>
  );
}

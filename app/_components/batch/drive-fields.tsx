import { useMessages } from "@/app/_data/messages/use-messages";
import { CheckField } from "../ui/check-field";
import { TextField } from "../ui/text-field";
import { changeDeck, useChosenDeck, usualFolders } from "./chosen-deck";

/** The contract's own limit. */
const longestPattern = 300;

/** Whether the deck is sent to Google Drive, and into which folders. */
export function DriveFields() {
  const t = useMessages("deckOptions").drive;
  const { drive_integration_enabled: on, drive_folder_pattern: folders } = useChosenDeck();
  return (
    <div className="space-y-3">
      <CheckField
        label={t.send}
        checked={on}
        onChange={(chosen) => changeDeck({ drive_integration_enabled: chosen })}
      />
      {on && (
        <div className="space-y-1.5 border-hairline border-l-2 pl-4">
          <TextField
            {...{ label: t.folders, value: folders, maxLength: longestPattern, placeholder: usualFolders }}
            onChange={(typed) => changeDeck({ drive_folder_pattern: typed })}
          />
          <p className="text-muted-foreground text-sm">{t.foldersHint}</p>
        </div>
      )}
    </div>
  );
}

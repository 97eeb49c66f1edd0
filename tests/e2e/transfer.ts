import type { Page } from "@playwright/test";
import { jpegHouse } from "@/tests/support/pictures";

/** A picture as the browser hands it over in a drop or a paste. */
export const transferOf = async (page: Page, name: string) =>
  page.evaluateHandle(
    ([base64, file]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], file, { type: "image/jpeg" }));
      return transfer;
    },
    [(await jpegHouse()).toString("base64"), name],
  );

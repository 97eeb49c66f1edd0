// What there is to choose for a deck, apart from the schemas: a form needs no parser.

export const deckPolicies = ["speed", "balanced", "quality", "compatibility"] as const;
export const slideSizes = ["16:9", "4:3", "a4", "letter", "first"] as const;
export const deckFits = ["contain"] as const;
export const deckTexts = ["editable", "outline"] as const;
export const preprocessingPresets = ["minimal", "default", "aggressive"] as const;

/** What a deck's slides are like of which nothing is asked. */
export const usualSlides = {
  policy: "balanced",
  slide_size: "16:9",
  fit: "contain",
  text: "editable",
  background: "#ffffff",
  title: "",
  enable_debug: true,
} as const;

/** What a request for a deck means that says nothing more than its SVGs. */
export const usualDeckRequest = {
  drive_integration_enabled: false,
  drive_folder_pattern: "Tracepress/{date}/{job_id}/",
  preprocessing_preset: "default",
  generate_previews: true,
} as const;

export const deckOptions = {
  presets: {
    usual: "Usual",
    exact: "Exact in every program",
    light: "Small and quick",
    own: "In the drawing's own shape",
  },
  slides: "Slides",
  conversion: "Conversion",
  deckTitle: { label: "Title of the presentation", none: "None" },
  slide_size: {
    label: "Slide size",
    "16:9": "Widescreen (16:9)",
    "4:3": "Standard (4:3)",
    a4: "A4",
    letter: "US Letter",
    first: "Same shape as the first SVG",
  },
  firstHint: "All slides take the shape of the first one.",
  background: "Background",
  policy: {
    label: "Prefer",
    speed: "Speed",
    balanced: "Balance",
    quality: "Quality",
    compatibility: "Compatibility",
    hint: {
      speed: "Very complex drawings become pictures sooner.",
      balanced: "Native shapes for all but the most complex drawings.",
      quality: "Native shapes even for very complex drawings; larger files.",
      compatibility: "Only simple shapes stay native, for programs that know little.",
    },
  },
  text: {
    label: "Text",
    editable: "Editable",
    outline: "Outlines",
    hint: {
      editable: "Can be typed over; looks right where the font is installed.",
      outline: "Letters become shapes that look the same anywhere.",
    },
  },
  preset: {
    label: "Clean-up before",
    minimal: "None",
    default: "Usual",
    aggressive: "Strong",
    hint: {
      minimal: "The drawing is taken as it is.",
      default: "What can never be seen is left out.",
      aggressive: "Also merges and simplifies, within half a pixel.",
    },
  },
  previews: "A preview picture of every slide",
  delivery: "Delivery",
  drive: {
    send: "Send to Google Drive when done",
    folders: "Folders in Drive",
    foldersHint: "{date}, {job_id} and {title} are filled in; folders that are missing are made.",
    notSetUp:
      "Decks can go to Google Drive once this server has its credentials: set TRACEPRESS_DRIVE_CREDENTIALS and TRACEPRESS_DRIVE_ROOT and start it again.",
  },
};

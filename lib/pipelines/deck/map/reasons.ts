/** Why map does not draw an element just as it says: code → a sentence for a person. Policy has its own list. */
export const mapReasons = {
  // Nothing to see.
  outside_slide: "It lies outside the slide.",
  clipped_away: "Its clip leaves nothing of it.",
  not_painted: "It has neither a fill nor a stroke that can be seen.",
  empty_geometry: "It has no size.",
  empty_text: "It has no letters.",
  // Drawn by other means.
  clip_as_geometry: "Its clip is worked into its geometry.",
  stroke_outlined: "Its stroke is drawn as an area: no line in PowerPoint looks like it.",
  dashes_as_geometry: "Its dashes are pieces of its path: no dash style of PowerPoint looks like them.",
  marker_as_arrow: "Its marker is an arrow head of its line, whose size and point differ a little.",
  gradient_as_picture: "Its gradient is a picture within the shape.",
  pattern_as_picture: "Its pattern is a picture within the shape.",
  image_redrawn: "The picture was drawn anew: PowerPoint cannot show it so.",
  text_clipped: "Its clip cuts the letters, which became shapes.",
  text_as_outlines: "Its letters became shapes, as asked.",
  text_on_path: "It runs along a path, which no text box does; its letters became shapes.",
  text_turned: "Its letters are turned one by one, which no text box does; they became shapes.",
  text_vertical: "Its lines run from top to bottom and letters stand in them; its letters became shapes.",
  text_stretched: "Its letters are stretched, which no text box does; they became shapes.",
  text_skewed: "It is skewed, mirrored or stretched, which no text box is; its letters became shapes.",
  text_patterned: "A paint that text cannot have fills its letters, which became shapes.",
  text_size_out_of_range: "It is smaller or larger than text can be in PowerPoint; its letters became shapes.",
  font_missing: "A font it asks for is not here; another stands for it.",
  font_brought_along: "Its font came along in the SVG, which measured it; where it is not installed another is shown.",
  text_gradient: "Its letters have a gradient, which PowerPoint draws and LibreOffice shows as one colour.",
  text_stroke: "Its letters have a stroke, which PowerPoint draws and LibreOffice leaves out.",
  label_in_shape: "It is the text of the shape that it stands in the middle of.",
  mark_as_shape: "An accent in it has a place of its own, away from its letter, and is a shape of its own.",
  decoration_as_shape: "A line at its letters is a shape of its own.",
  filter_as_soft_edge: "Its blur is a soft edge of PowerPoint, which differs a little.",
  // Not as it says.
  dashes_approximated: "It has too many dashes; a dash style of PowerPoint stands for them.",
  overlaps_not_resolved: "Its path crosses itself too often; the fill may differ where it does.",
  gradient_as_colour: "Its gradient could not be drawn; its last colour stands for it.",
  pattern_not_drawn: "Its pattern could not be drawn, or those before it took all the work one slide may.",
  clip_not_resolved:
    "It or what it is cut to has too many segments or crosses itself too often for shapes to show the part that is seen; it is a picture.",
  stroke_not_resolved:
    "Its stroke has too many segments or crosses itself too often for shapes to show the part that is seen; it is a picture.",
  picture_not_drawn: "It could not be drawn as a picture.",
  blur_clipped: "Its blur is cut by a clip, which no soft edge is.",
  too_much_to_draw: "It was not drawn: the slide's other pictures took all the work one slide may.",
  // Parts policy was not asked about, such as those of a marker.
  filter: "Its filter has no equal in PowerPoint.",
  mask: "Its mask has no equal in PowerPoint.",
  blend_mode: "PowerPoint does not blend shapes with what lies behind them.",
} as const;

export type MapReason = keyof typeof mapReasons;

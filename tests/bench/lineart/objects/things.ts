import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * Photos of things, cut out, from Debian's `tuxpaint-stamps-default` (GPL 2; read where it is installed, never copied). The
 * package holds drawings as well: these are the photos among it that are cut out well. By folder.
 */
const byFolder: Record<string, string> = {
  "animals/amphibians": "frog-1 frog",
  "animals/birds":
    "blackbird crow crowned_crane cuckoo duck gander helmeted_guineafowl lark magellanic_penguin nandou ostrich owl penguin pigeon rooster seagull tucan turkey vulture",
  "animals/fish": "bluegroper coraltrout seahorse",
  "animals/insects": "Brown_slug Woodlouse grasshopper hornet hoverfly xanthia",
  "animals/mammals/apes": "chimp gorilla",
  "animals/mammals/aquatic": "dolphin orca otter sea_lion whale",
  "animals/mammals": "badger elephant ferret giraffe hippopotamus pig pig_golden pig_golden2 rabbit_little wildboar",
  "animals/mammals/bears": "bear european-bear",
  "animals/mammals/bears/toys": "edward_bear",
  "animals/mammals/bovines":
    "bison bull cow cow_white gnu-baby-stand gnu-baby gnu-sitting gnu-stand goat mountaingoat ram sheep yak zebu",
  "animals/mammals/camel": "camel dromedary",
  "animals/mammals/cats": "lion-2 tiger",
  "animals/mammals/deer": "caribou deer doe wapiti",
  "animals/mammals/dogs": "dog fox",
  "animals/mammals/equines": "donkey donkey_eating horse zebra",
  "animals/mammals/rodents": "beaver capybara marmot mouse rabbit-2 rabbit rat squirrel",
  "animals/marsupials": "koala wombat",
  "food/fruit": "Apricot_whole Cherry_Stella Strawberry2 avocado cherimoya kiwi orange_seville",
  "food/spices": "ginger",
  "food/vegetables": "corn",
  "hobbies/music/percussion": "cymbal_crash drum_tomtom_floor",
  "hobbies/music/string": "guitar2 guitar_classical guitar_electric guitar_electric_bass",
  household: "Lightbulb cylinder home_compost_bin toilet",
  "household/tools": "cementmixer toolbox",
  medical: "bandage_adhesive stethoscope",
  military: "final-roll-call fireman240a",
  "military/vehicles": "bradley f22_raptor infantry-stryker",
  people: "fireman200b",
  plants: "eggplant",
  "plants/flowers": "anemone_red daffodil flower1",
  "plants/mushrooms": "cep-1 cep-2 cep",
  "plants/trees": "holm_oak liberia-palm rambutan tree336",
  seasonal: "candle",
  "seasonal/christmas":
    "Candy_cane_photo_1 Candy_cane_photo_2 Christmas_Tree_photo Christmas_pudding German_Christmas_toy Mince_Pie Roast_turkey",
  "seasonal/halloween": "grave-a grave-g",
  "space/planets": "5_jupiter 8_neptune",
  "town/monuments": "inukshuk-photo",
  "vehicles/auto": "sedan sportscar2 truck",
  "vehicles/construction": "dumper",
  "vehicles/emergency": "firetruck",
  "vehicles/flight": "balloon360",
  "vehicles/flight/planes": "747",
  vehicles: "garbagetruck wheel_tractor",
  "vehicles/masstransit": "green_korean_bus",
  "vehicles/race": "indycar",
};

const folder = "/usr/share/tuxpaint/stamps";

/** Files of all things in a fixed order, or why there are none. */
export function thingFiles(): string[] | string {
  const files = Object.entries(byFolder).flatMap(([under, names]) =>
    names.split(" ").map((name) => join(folder, under, `${name}.png`)),
  );
  return files.every((file) => existsSync(file)) ? files : "objects: Debian's tuxpaint-stamps-default is not installed";
}

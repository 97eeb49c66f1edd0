/**
 * What `dynamic` needs of an import that is fetched by hand as well: one import, so that it is one script. The server
 * names that script in the head of a page that shows the component; the component itself shows nothing.
 * @param loaders where the import is kept under its name, to be called by hand.
 */
export function along<Modules, Name extends keyof Modules>(
  loaders: Loaders<Modules>,
  name: Name,
  load: () => Promise<Modules[Name]>,
): () => Promise<() => null> {
  loaders[name] = load;
  return () => load().then(nothing);
}

export type Loaders<Modules> = { [Name in keyof Modules]?: () => Promise<Modules[Name]> };

const nothing = () => () => null;

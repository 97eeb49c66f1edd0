/** What a browser needs before anyone is known: the ways in, and the files that pages are made of. */
const open = /^\/(sign-in|join|new-password|icon\.svg|favicon\.ico)$|^\/_next\//;

/** Whether a path is a page that only someone who signed in may see; the API answers for itself. */
export const isPrivatePage = (path: string): boolean => !open.test(path) && !path.startsWith("/api/");

/** Where to go after signing in: a path of this server and never another's address. */
export function pathAfterSignIn(asked: string | null): string {
  return asked !== null && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(asked) ? asked : "/";
}

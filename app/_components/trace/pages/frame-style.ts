/** The one style sheet that stands inside a document of ours; the server's policy knows it by its hash. */
export const frameStyle = "html,body{margin:0;height:100%}svg{display:block;width:100%;height:100%}";

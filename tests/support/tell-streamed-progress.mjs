// Loaded into a server before anything else: it prints a line for each frame of progress that goes into a web stream,
// as all do that the framework passes on.
const { enqueue } = ReadableStreamDefaultController.prototype;

ReadableStreamDefaultController.prototype.enqueue = function (chunk) {
  const frames =
    chunk instanceof Uint8Array
      ? Buffer.from(chunk)
          .toString("latin1")
          .match(/^(event|retry): /gm)
      : null;
  for (const _ of frames ?? []) process.stderr.write("progress in a web stream\n");
  return enqueue.call(this, chunk);
};

import { z } from "zod";

// The pages' policy forbids code that is made of text, which zod would try, and be refused, before it parses without it.
// This runs before any of our schemas is made.
z.config({ jitless: true });

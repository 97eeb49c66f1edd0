import { z } from "zod";

// The pages' policy forbids code that is made of text, which zod would try, and be refused, before it parses without it.
// Whatever makes schemas in a page imports this first.
z.config({ jitless: true });

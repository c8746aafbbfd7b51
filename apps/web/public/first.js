// Before anything else is loaded: zod would try whether it may make code of text, which the server's policy forbids.
globalThis.__zod_globalConfig = { jitless: true };

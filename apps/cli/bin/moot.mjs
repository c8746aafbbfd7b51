#!/usr/bin/env node
// npm links this as `moot`; the launcher finds the right Node first.
import { launch } from '../../../launch.mjs';

await launch('moot', process.argv.slice(2));

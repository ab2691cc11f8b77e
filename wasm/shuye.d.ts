// Stands beside the glue, dist/wasm/shuye.js, whose types Emscripten 3.1 cannot write.
import type { CoreModule, CoreSettings } from "../../wasm/js/core.js";

export default function createModule(settings: CoreSettings): Promise<CoreModule>;

import type { ReasonCode } from "../policy";
import type { SceneNode } from "../scene";

export type Noting = (node: SceneNode, reason: ReasonCode) => void;

// Wires services to messages, nothing else.
import { defineBackground } from 'wxt/utils/define-background';

export default defineBackground(() => {});

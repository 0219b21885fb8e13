export const optionsStates: string[] = [];
export async function showOptions(_root: HTMLElement, _state: string): Promise<void> {}

export * from './action';
export * from './lifecycle';
export * from './messages';
export * from './permissions';
export * from './scripting';
export * from './tabs';

/** What every editor of a datum gets: the value as it stands, and where what is typed goes. */
export interface EditorProps<Value> {
  readonly value: Value;
  readonly readOnly: boolean;
  /** What was typed, as the profile would hold it; undefined while it makes no sense. */
  readonly onChange: (value: unknown) => void;
}

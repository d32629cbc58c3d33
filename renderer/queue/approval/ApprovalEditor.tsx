import { type ReactNode, type RefObject, useEffect } from 'react';
import type { EditorHandle } from '#renderer/drafts/editor/Editor.tsx';
import { TextPane } from '#renderer/drafts/editor/TextPane.tsx';
import type { useJudging } from '#renderer/drafts/request/useJudging.ts';
import { keepFinding, useWritings } from '#renderer/writing/writing.ts';
import { editName } from './approvalEdit.ts';

export interface ApprovalEditorProps {
  readonly id: string;
  readonly asked: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly judged: ReturnType<typeof useJudging>;
  readonly editor: RefObject<EditorHandle | null>;
  /** Buttons that open the folded panes. */
  readonly tools: ReactNode;
}

/** The head's own change of the text, in the editor of the operators and with the same checks at every key (P30). */
export function ApprovalEditor({ id, asked, text, onText, judged, editor, tools }: ApprovalEditorProps) {
  const name = editName(id);
  const writing = useWritings(({ texts }) => texts[name]);
  const kept = useWritings((state) => state.kept[name]) ?? {};
  useEffect(() => editor.current?.focus(), [editor]);
  return (
    <TextPane
      asked={asked}
      text={text}
      onText={onText}
      findings={judged.findings}
      kept={kept}
      onKeep={(key, why) => keepFinding(name, key, why)}
      readOnly={false}
      maximumLength={judged.pack.parameters.maximumLength.value}
      saving={writing}
      saveProblem={writing?.problem}
      editor={editor}
      tools={tools}
    />
  );
}

import './similar.css';
import { useEffect, useRef, useState } from 'react';
import { Button, EmptyState, Loading, Panes, ProblemBanner, problemOf, ScreenHead } from '#renderer/ui/index.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { SimilarNotice } from '#shared/requests/comparison.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { SimilarDecision } from './SimilarDecision.tsx';
import { SimilarList } from './SimilarList.tsx';
import { SimilarTexts } from './SimilarTexts.tsx';
import { saySearched, saySimilar, similarGroups, undecided } from './similarWords.ts';
import type { SimilarSearch } from './useSimilar.ts';
import { useSimilarDecision } from './useSimilarDecision.ts';

export interface SimilarScreenProps {
  readonly request: RequestDetail;
  /** As it stands now. */
  readonly text: string;
  readonly search: SimilarSearch;
  readonly today: Day;
  readonly readOnly: boolean;
  readonly onAsk: () => void;
  /** Goes to a notice where it stands: the register, the queue, the approval, or its request. */
  readonly onSee: (notice: Pick<SimilarNotice, 'id' | 'kind'>) => void;
  /** Back to the request. */
  readonly onClose: () => void;
  /** The request is closed: back to the list. */
  readonly onLeave: () => void;
}

const SEE_WORDS: Readonly<Record<SimilarNotice['kind'], string>> = {
  sent: 'Apri nel registro',
  queued: 'Apri nella coda',
  forwarded: 'Apri la richiesta',
  asked: 'Apri la richiesta',
};

const placeOf = ({ id, kind }: SimilarNotice, onSee: SimilarScreenProps['onSee']) => ({
  label: SEE_WORDS[kind],
  run: () => onSee({ id, kind }),
});

/** "Was it already sent?": the request beside each notice that resembles it, and a person's decision (P21, P15). */
export function SimilarScreen(props: SimilarScreenProps) {
  const { request, text, search, today, readOnly, onAsk, onSee, onClose, onLeave } = props;
  const { id } = request;
  const candidates = similarGroups(search.found?.candidates ?? []).flatMap(({ notices }) => notices);
  const [chosen, setChosen] = useState<string>();
  const group = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const notice = candidates.find((one) => one.id === chosen) ?? undecided(candidates)[0] ?? candidates[0];
  const found = notice !== undefined;
  const { decide, decideNone, problem, putAway } = useSimilarDecision(id, {
    onDecided: (about) => {
      const next = undecided(candidates).find((one) => one.id !== about.id);
      if (next) setChosen(next.id);
      else onClose();
    },
    onClosed: onLeave,
  });
  useEffect(() => {
    if (found) list.current?.focus();
  }, [found]);

  const sentence = notice && saySimilar(notice);
  return (
    <div className="similar" ref={group}>
      <ScreenHead
        title="È già stato inviato?"
        crumbs={[
          { label: 'Richieste', onGo: onLeave },
          { label: request.title, onGo: onClose },
        ]}
      >
        {search.found && <span className="small muted similar-searched">{saySearched(search.found)}</span>}
        <Button icon="left" keys="Escape" onClick={onClose}>
          Torna alla richiesta
        </Button>
      </ScreenHead>
      {search.problem && <ProblemBanner {...problemOf(search.problem)} />}
      {!search.found && !search.problem && <Loading label="Cerco testi simili" rows={6} />}
      {search.found && !notice && (
        <EmptyState
          title="Nessun testo simile"
          lines={[`${saySearched(search.found)}.`, 'Se il testo cambia, l’app cerca di nuovo da sola.']}
        />
      )}
      {notice && sentence && (
        <Panes
          panes={[
            {
              id: 'candidates',
              label: 'Testi simili',
              width: 290,
              content: (
                <SimilarList
                  candidates={candidates}
                  selected={notice.id}
                  today={today}
                  list={list}
                  onSelect={(other) => {
                    putAway();
                    setChosen(other);
                  }}
                />
              ),
            },
            {
              id: 'comparison',
              label: 'Confronto',
              content: (
                <>
                  <ProblemBanner
                    tone={notice.decided ? 'info' : 'warn'}
                    {...sentence}
                    actions={
                      !readOnly &&
                      request.senderAddress !== null && (
                        <Button size="small" icon="reply" onClick={onAsk}>
                          Chiedi all’ufficio
                        </Button>
                      )
                    }
                  />
                  <SimilarTexts
                    request={request}
                    text={text}
                    notice={notice}
                    today={today}
                    onOpen={placeOf(notice, onSee)}
                  />
                  {!readOnly && (
                    <SimilarDecision
                      key={notice.id}
                      request={request}
                      notice={notice}
                      within={group}
                      problem={problem}
                      others={undecided(candidates).filter((one) => one.id !== notice.id).length}
                      onDecide={(choice) => void decide(notice, choice)}
                      onNone={(why) => void decideNone(undecided(candidates), why, onClose)}
                      onPutAway={putAway}
                    />
                  )}
                </>
              ),
            },
          ]}
        />
      )}
    </div>
  );
}

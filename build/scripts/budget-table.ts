/** The seconds of each part against its minutes, one line each, with a mark where there were too few. */
export function budgetTable<Part extends string>(
  spent: ReadonlyMap<Part, number>,
  budgets: Readonly<Record<Part, number>>,
): string {
  const lines = [...spent].map(([part, seconds]) => {
    const isOver = seconds > budgets[part] * 60;
    return `${part.padEnd(12)} ${seconds.toFixed(0).padStart(5)} s of ${String(budgets[part]).padStart(2)} min${isOver ? '  OVER' : ''}`;
  });
  return lines.join('\n');
}

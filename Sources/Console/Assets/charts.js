// Draws the figures that stand in data-chart with Chart.js 3. The same figures stand in a table below each chart.
'use strict';

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const money = new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' });
const shortMoney = new Intl.NumberFormat('pt-BR', { notation: 'compact', style: 'currency', currency: 'BRL' });
const count = new Intl.NumberFormat('pt-BR');

// Names stand at the end of their lines instead of in a legend; those that would touch move apart.
const directLabels = {
  id: 'directLabels',
  afterDatasetsDraw(chart) {
    if (chart.config.type !== 'line') return;
    const labels = chart.data.datasets
      .map((set, index) => ({ set, point: chart.getDatasetMeta(index).data.at(-1) }))
      .filter((label) => label.point)
      .sort((one, other) => one.point.y - other.point.y);
    let lowest = -Infinity;
    const context = chart.ctx;
    context.save();
    context.textBaseline = 'middle';
    context.font = `12px ${Chart.defaults.font.family}`;
    for (const { set, point } of labels) {
      lowest = Math.max(point.y, lowest + 15);
      context.fillStyle = set.borderColor;
      context.fillText(set.label, point.x + 8, lowest);
    }
    context.restore();
  },
};

function draw(canvas) {
  const data = JSON.parse(canvas.dataset.chart);
  const bars = data.kind === 'money';
  const ink = colour('quiet');
  const format = bars ? (value) => money.format(value / 100) : (value) => count.format(value);
  return new Chart(canvas, {
    type: bars ? 'bar' : 'line',
    plugins: [directLabels],
    data: {
      labels: data.labels,
      datasets: data.series.map((series) => ({
        label: series.name, data: series.values, borderColor: colour(series.colour), borderWidth: bars ? 0 : 2,
        backgroundColor: colour(series.colour), pointRadius: 0, pointHitRadius: 12, tension: 0, borderRadius: 2,
      })),
    },
    options: {
      animation: false, maintainAspectRatio: false, interaction: { mode: 'index', intersect: false },
      layout: { padding: { right: bars ? 0 : 84, top: 8 } },
      scales: {
        x: { grid: { display: false, borderColor: colour('line') }, ticks: { color: ink, maxRotation: 0, autoSkipPadding: 16 } },
        y: {
          beginAtZero: true, grid: { color: colour('line'), drawBorder: false },
          ticks: { color: ink, maxTicksLimit: 5, callback: (value) => (bars ? shortMoney.format(value / 100) : count.format(value)) },
        },
      },
      plugins: {
        legend: { display: false },
        tooltip: { callbacks: { label: (item) => ` ${item.dataset.label}: ${format(item.parsed.y)}` } },
      },
    },
  });
}

Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
Chart.defaults.font.size = 12;
let charts = [];
function drawAll() {
  for (const chart of charts) chart.destroy();
  charts = [...document.querySelectorAll('[data-chart]')].map(draw);
}
drawAll();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);

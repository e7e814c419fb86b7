/* Draws the figures of each mail server as stacked bars. The figures stand in the page; without scripts, in its table. */
(function (window, document) {
  'use strict';

  var COLOURS = {PUBLISHED: '#36b37e', WAITING: '#4c9aff', REJECTED: '#ffab00', FAILED: '#de350b', SKIPPED: '#a5adba'};
  var HEIGHT = 200;

  function numbers(text) {
    return text.split(',').map(Number);
  }

  /** Each series lies on those before it: what is drawn first is the sum of all. */
  function stacked(series) {
    var below = series[0].counts.map(function () { return 0; });
    return series.map(function (one) {
      below = below.map(function (value, i) { return value + one.counts[i]; });
      return below;
    });
  }

  function whole(chart, values) {
    return values.map(function (value) { return value % 1 === 0 ? String(value) : ''; });
  }

  function draw(box) {
    var series = Array.prototype.map.call(box.querySelectorAll('[data-counts]'), function (span) {
      return {fate: span.dataset.fate, label: span.textContent, counts: numbers(span.dataset.counts)};
    });
    var step = Number(box.dataset.step);
    var times = series[0].counts.map(function (count, i) { return Number(box.dataset.first) + i * step; });
    var tops = stacked(series);
    var most = Math.max.apply(null, tops[tops.length - 1]);
    var order = series.map(function (one, i) { return i; }).reverse();
    var options = {
      width: Math.max(300, box.clientWidth),
      height: HEIGHT,
      cursor: {drag: {x: false, y: false}, points: {show: false}},
      legend: {show: true, live: true},
      scales: {
        x: {range: function () { return [times[0] - step / 2, times[times.length - 1] + step / 2]; }},
        y: {range: function () { return [0, Math.max(4, Math.ceil(most * 1.1))]; }}
      },
      axes: [
        {grid: {show: false}, values: function (chart, splits) {
          return splits.map(function (at) {
            var moment = new Date(at * 1000);
            return step < 86400
              ? moment.toLocaleTimeString(document.documentElement.lang, {hour: '2-digit', minute: '2-digit'})
              : moment.toLocaleDateString(document.documentElement.lang, {month: 'short', day: 'numeric', timeZone: 'UTC'});
          });
        }},
        {values: whole, size: 44}
      ],
      series: [{label: box.dataset.since, value: function (chart, at) {
        return at === null ? '' : new Date(at * 1000).toLocaleString(document.documentElement.lang);
      }}].concat(order.map(function (index) {
        return {
          label: series[index].label.trim(),
          fill: COLOURS[series[index].fate],
          stroke: COLOURS[series[index].fate],
          width: 0,
          points: {show: false},
          paths: window.uPlot.paths.bars({size: [0.8, 60]}),
          value: function (chart, top, of, at) {
            return at === null || at === undefined ? '' : String(series[index].counts[at]);
          }
        };
      }))
    };
    return new window.uPlot(options, [times].concat(order.map(function (index) { return tops[index]; })), box);
  }

  document.addEventListener('DOMContentLoaded', function () {
    var boxes = Array.prototype.slice.call(document.querySelectorAll('.im-chart'));
    var charts = window.uPlot ? boxes.map(draw) : [];
    window.addEventListener('resize', function () {
      charts.forEach(function (chart, i) {
        chart.setSize({width: Math.max(300, boxes[i].clientWidth), height: HEIGHT});
      });
    });
  });
}(window, document));

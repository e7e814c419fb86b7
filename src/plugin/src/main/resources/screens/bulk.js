/* Ticks all rows of a table at once. Without scripts each is ticked by itself. */
(function (document) {
  'use strict';

  document.addEventListener('DOMContentLoaded', function () {
    document.querySelectorAll('input[data-tick-all]').forEach(function (all) {
      var boxes = Array.prototype.slice.call(all.closest('table').querySelectorAll('input[name=id]'));
      all.hidden = boxes.length === 0;
      all.addEventListener('change', function () {
        boxes.forEach(function (box) { box.checked = all.checked; });
      });
      boxes.forEach(function (box) {
        box.addEventListener('change', function () {
          all.checked = boxes.every(function (each) { return each.checked; });
        });
      });
    });
  });
}(document));

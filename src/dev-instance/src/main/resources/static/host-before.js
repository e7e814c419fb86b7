// What AUI reads while it loads.
(function () {
    var meta = document.querySelector('meta[name="ajs-context-path"]');
    window.contextPath = meta ? meta.content : '';
}());

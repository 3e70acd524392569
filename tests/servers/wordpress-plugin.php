<?php
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* Plugin Name: For tests. All else that this site serves is WordPress's own. */

// The second port is a site whose permalinks are plain.
if (PLAIN_PERMALINKS) {
    add_filter('pre_option_permalink_structure', '__return_empty_string');
}

// WordPress has RSS, RDF and Atom feeds; /feed/json/ adds a JSON Feed 1.1.
add_action('init', function () {
    add_feed('json', function () {
        header('Content-Type: application/feed+json; charset=utf-8');
        $items = array_map(function ($post) {
            setup_postdata($post);
            return array_filter([
                'id' => get_the_guid($post),
                'url' => get_permalink($post),
                'title' => html_entity_decode(get_the_title($post), ENT_QUOTES),
                'content_html' => apply_filters('the_content', get_the_content(null, false, $post)),
                'summary' => wp_strip_all_tags(get_the_excerpt($post)),
                'image' => get_the_post_thumbnail_url($post, 'large'),
                'date_published' => get_post_time(DATE_RFC3339, true, $post),
                'date_modified' => get_post_modified_time(DATE_RFC3339, true, $post),
                'authors' => [['name' => get_the_author_meta('display_name', $post->post_author)]],
                'tags' => wp_list_pluck(get_the_tags($post) ?: [], 'name'),
            ]) + ['content_html' => ''];
        }, $GLOBALS['wp_query']->posts);
        echo wp_json_encode([
            'version' => 'https://jsonfeed.org/version/1.1',
            'title' => get_bloginfo('name'),
            'home_page_url' => home_url('/'),
            'feed_url' => home_url(add_query_arg([])),
            'language' => get_bloginfo('language'),
            'items' => $items,
        ], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
    });
});

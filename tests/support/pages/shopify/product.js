{"id":9100000000001,"title":"Heron Mug & Saucer","handle":"heron-mug","vendor":"Reed & Kiln","type":"Mugs","tags":["heron"],"price":1850,"price_min":1850,"price_max":2400,"available":true,"price_varies":true,"compare_at_price":2200,"compare_at_price_varies":false,
 "variants":[{"id":1,"price":2400,"available":true,"compare_at_price":3000},{"id":2,"price":1850,"available":true,"compare_at_price":2200}],
 "images":["\/\/shop.example\/cdn\/heron.jpg"],"featured_image":"\/\/shop.example\/cdn\/heron.jpg","options":[{"name":"Size"}],"url":"\/products\/heron-mug"}
